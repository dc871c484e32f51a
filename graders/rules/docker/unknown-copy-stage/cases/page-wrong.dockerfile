FROM golang:1.26 AS build
FROM scratch
# expect: docker/unknown-copy-stage 13-18
COPY --from=biuld /x /x
