// Escribe aquí tu servicio de tareas, con node:http.
// El puerto llega en process.env.PORT; si falta, es el 8080.
