# expect: docker/undefined-arg-in-from 13-23
FROM python:${VERSION}-slim
