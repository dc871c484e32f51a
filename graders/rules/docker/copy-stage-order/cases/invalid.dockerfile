FROM golang:1.26 AS build
FROM alpine:3.22 AS medio
# expect: docker/copy-stage-order 13-14
COPY --from=2 /x /x
# expect: docker/copy-stage-order 13-14
COPY --from=1 /x /x
# expect: docker/copy-stage-order 13-18
COPY --from=medio /x /x
# expect: docker/copy-stage-order 13-18
COPY --from=Final /x /x
# expect: docker/copy-stage-order 5-43
RUN --mount=type=bind,from=medio,target=/m true
# expect: docker/copy-stage-order 5-43
RUN --mount=type=bind,from=final,target=/f true
FROM scratch AS final
FROM alpine:3.22 AS build
# expect: docker/copy-stage-order 13-18
COPY --from=build /x /x
