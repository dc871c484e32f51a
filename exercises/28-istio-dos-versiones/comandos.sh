# Escribe aquí las órdenes, una por línea, como en una terminal.
# respuesta.yaml está en esta misma carpeta, y lo que se da, en given/.
