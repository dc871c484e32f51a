# Escribe aquí las órdenes, una por línea, como en una terminal.
# De respuesta.yaml, el IstioOperator está en istio.yaml, y todo lo demás, en objetos.yaml.
