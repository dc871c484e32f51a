FROM --platform=$BUILDPLATFORM golang:1.26 AS a
FROM alpine:3.22
