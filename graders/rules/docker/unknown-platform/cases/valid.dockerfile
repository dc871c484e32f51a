FROM --platform=linux/arm/v7 alpine:3.22
FROM --platform=$BUILDPLATFORM alpine:3.22
FROM --platform=windows/amd64 x/y:1
