FROM golang:1.26 AS build
FROM scratch
# x
from alpine:3.22 as c
