FROM --platform=$BUILDPLATFORM golang:1.26 AS build
FROM --platform=linux/amd64 alpine:3.22 AS final-amd64
