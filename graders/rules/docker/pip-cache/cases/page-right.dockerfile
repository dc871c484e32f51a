FROM debian:13-slim
RUN pip install --no-cache-dir -r requirements.txt
