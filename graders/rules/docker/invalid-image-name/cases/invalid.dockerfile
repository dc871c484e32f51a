# expect: docker/invalid-image-name 6-17
FROM Python:3.14
# expect: docker/invalid-image-name 6-13
FROM python:
# expect: docker/invalid-image-name 6-24
FROM python@sha256:0123
# expect: docker/invalid-image-name 6-37
FROM https://example.com/python:3.14
# expect: docker/invalid-image-name 6-15
FROM -python:3
FROM python:3.14 AS Base
# expect: docker/invalid-image-name 6-10
FROM Base
