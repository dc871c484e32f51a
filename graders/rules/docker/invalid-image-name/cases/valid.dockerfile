ARG BASE=python
FROM ${BASE}:3.14 AS Uno
FROM uno AS dos
FROM "python:3.14-slim"
FROM localhost:5000/equipo.es/app:V1
FROM REGISTRO.example.com/app@sha256:45dd57b4ba2f24e2354f71f1e4e51f073cb7a28fd848ce6f5f2a7701142a6bf0
FROM [::1]:5000/app
FROM python\:3.14-slim
FROM ${VERSION:-alpine}:3.22
FROM scratch
