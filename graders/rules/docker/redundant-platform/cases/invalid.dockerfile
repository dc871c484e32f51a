# expect: docker/redundant-platform 6-32
FROM --platform=$TARGETPLATFORM alpine:3.22
