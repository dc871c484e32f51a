FROM python:3.14-slim
# expect: docker/pip-cache 5-36
RUN pip install -r requirements.txt && x
# expect: docker/pip-cache 5-29
RUN python3 -m pip install y
