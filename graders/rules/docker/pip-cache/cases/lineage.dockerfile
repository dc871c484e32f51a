FROM python:3.14-slim AS base
ENV PIP_NO_CACHE_DIR=1
FROM base
RUN pip install flask==3.1.2
ENV PIP_NO_CACHE_DIR=0
# expect: docker/pip-cache 5-29
RUN pip install flask==3.1.2
RUN PIP_NO_CACHE_DIR=1 pip install flask==3.1.2
RUN --mount=type=tmpfs,target=/root/.cache pip install flask==3.1.2
# expect: docker/pip-cache 13-37
ONBUILD RUN pip install flask==3.1.2
USER 1000
CMD ["python"]
