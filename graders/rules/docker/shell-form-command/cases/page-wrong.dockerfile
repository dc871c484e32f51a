FROM debian:13-slim
# expect: docker/shell-form-command 5-23
CMD python servidor.py
