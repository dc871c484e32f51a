FROM python:3.14-slim
ENTRYPOINT ["python"]
CMD exec python servidor.py

FROM python:3.14-slim
SHELL ["/bin/bash", "-c"]
CMD python servidor.py
