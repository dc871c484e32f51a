# expect: docker/stage-name-case 21-26
FROM golang:1.26 AS Build
FROM scratch
COPY --from=build /x /x
