FROM alpine:3.22
# expect: docker/copy-over-add 1-4
ADD app.py /app/
