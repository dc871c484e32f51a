FROM debian:13-slim
WORKDIR /app
RUN npm ci
