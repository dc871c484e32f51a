FROM python:3.14-slim
RUN apt-get update && apt-get install -y --no-install-recommends curl=8.* && apt-get clean
RUN pip install --no-cache-dir -r requirements.txt && pip install flask==3.1.2 . "gunicorn>=23,<24" -e ./lib
RUN apk add --no-cache --virtual .build gcc=~14 $EXTRA
RUN npm ci && npm install --omit=dev && npm install -g typescript@5 @angular/cli@20
