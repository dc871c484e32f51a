FROM python:3.14-slim
# expect: docker/shell-form-command 12-18
ENTRYPOINT python
# expect: docker/shell-form-command 5-+1:8
CMD python servidor.py \
  --x y
