FROM scratch
# expect: docker/copy-stage-order 13-18
COPY --from=build /x /x
FROM golang:1.26 AS build
