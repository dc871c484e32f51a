FROM golang:1.26 AS build
FROM scratch
COPY --from=build /x /x
COPY --from=BUILD /y /y
COPY --from=0 /z /z
COPY --from=nginx:1.29 /a /a
COPY --from=busybox /bin/sh /bin/sh
RUN --mount=type=bind,from=build,target=/b true
COPY --from=final /d /d
COPY --from=7 /d /d
FROM scratch AS final
