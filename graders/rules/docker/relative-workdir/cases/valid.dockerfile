FROM python:3.14-slim AS a
WORKDIR /app
WORKDIR src
FROM a
WORKDIR otra
FROM alpine:3.22
ENV X=/x
WORKDIR $X
FROM mcr.microsoft.com/windows/servercore:ltsc2022
WORKDIR C:/app
