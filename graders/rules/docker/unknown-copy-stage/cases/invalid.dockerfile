FROM golang:1.26 AS build
FROM scratch AS medio
# expect: docker/unknown-copy-stage 13-18
COPY --from=biuld /x /x
FROM scratch AS final
