# expect: docker/invalid-image-name 6-22
FROM Python:3.14-slim
