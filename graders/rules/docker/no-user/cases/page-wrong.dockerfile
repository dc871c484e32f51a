# expect: docker/no-user 6-22
FROM python:3.14-slim
CMD ["python", "app.py"]
