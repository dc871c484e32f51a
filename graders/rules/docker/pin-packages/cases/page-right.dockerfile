FROM debian:13-slim
RUN pip install flask==3.1.2
