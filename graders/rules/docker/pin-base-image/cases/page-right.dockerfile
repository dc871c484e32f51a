FROM python:3.14-slim
