FROM golang:1.26 AS build
FROM alpine:3.22 AS build2
COPY --from=build /x /x
COPY --from=BUILD /y /y
COPY --from=0 /z /z
COPY --from=nginx:1.29 /a /a
COPY --from=busybox /bin/sh /bin/sh
RUN --mount=type=bind,from=build,target=/b --mount=type=cache,target=/c true
ONBUILD COPY --from=final /x /x
FROM scratch AS final
COPY --from=build2 /x /x
