FROM debian:13-slim
# expect: docker/pin-packages 5-22
RUN pip install flask
