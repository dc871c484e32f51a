FROM python:3.14-slim
# expect: docker/copy-without-workdir 13-14
COPY app.py .
