FROM python:3.14-slim
USER 1000
CMD ["python", "app.py"]
