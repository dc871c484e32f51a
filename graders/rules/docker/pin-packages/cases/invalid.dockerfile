FROM python:3.14-slim
# expect: docker/pin-packages 5-22
RUN pip install flask && x
# expect: docker/pin-packages 23-62
RUN apt-get update && apt-get install -y -t trixie curl git=1
# expect: docker/pin-packages 5-39
RUN npm install -g typescript @types/x
# expect: docker/pin-packages 5-28
RUN apk add --no-cache curl
