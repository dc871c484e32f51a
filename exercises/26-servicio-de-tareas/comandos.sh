# Escribe aquí las órdenes, una por línea, como en una terminal.
# El Dockerfile y servicio.ts están en esta misma carpeta.
