"""Lo mínimo del contrato del ejercicio 26: crear tareas y listarlas."""

import json
import os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

tareas = []


class Servicio(BaseHTTPRequestHandler):
    def responde(self, estado, valor):
        self.send_response(estado)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(valor).encode())

    def do_GET(self):
        if self.path == "/tareas":
            self.responde(200, tareas)
        else:
            self.responde(404, {"error": "no existe"})

    def do_POST(self):
        cuerpo = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        tareas.append({"id": len(tareas) + 1, "titulo": cuerpo["titulo"], "hecha": False})
        self.responde(201, tareas[-1])


puerto = int(os.environ.get("PORT", "8080"))
ThreadingHTTPServer(("", puerto), Servicio).serve_forever()
