# expect: docker/invalid-image-name 6-8
FROM $X AS a
# expect: docker/invalid-image-name 6-22
FROM python:${V}-slim AS b
# expect: docker/invalid-image-name 6-7
FROM $ AS c
FROM alpine:3.23
# expect: docker/invalid-image-name 13-15
COPY --from=^x /a /b
USER 1000
CMD ["sh"]
