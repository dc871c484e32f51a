FROM gcr.io/distroless/static:nonroot
ENTRYPOINT ["/x"]
