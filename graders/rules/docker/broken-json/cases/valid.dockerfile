FROM python:3.14-slim
RUN [ -f /etc/passwd ] && [ "$x" = y ] || true
CMD ["python", "hola.py"]

FROM python:3.14-slim
CMD [ "$DEBUG" ] && exec python -X dev a.py || exec python a.py
