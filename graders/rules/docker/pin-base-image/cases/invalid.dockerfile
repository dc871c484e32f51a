# expect: docker/pin-base-image 6-12
FROM python
# expect: docker/pin-base-image 6-18
FROM nginx:latest
# expect: docker/pin-base-image 6-22
FROM localhost:5000/x
