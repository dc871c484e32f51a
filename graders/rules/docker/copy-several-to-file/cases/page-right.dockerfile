FROM debian:13-slim
COPY a.py b.py /app/
