# expect: docker/reserved-stage-name 21-28
FROM alpine:3.22 AS scratch
# expect: docker/reserved-stage-name 21-28
FROM alpine:3.22 AS context
