FROM python:3.14-slim
# expect: docker/relative-workdir 9-12
WORKDIR app
