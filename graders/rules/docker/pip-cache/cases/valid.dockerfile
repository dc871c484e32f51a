FROM python:3.14 AS a
RUN pip install x
FROM python:3.14-slim
RUN pip install --no-cache-dir x && pip list
RUN --mount=type=cache,target=/root/.cache/pip pip install y
