FROM debian:13-slim
# expect: docker/pip-cache 5-36
RUN pip install -r requirements.txt
