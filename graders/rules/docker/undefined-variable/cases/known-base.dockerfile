FROM python:3.14-slim
# expect: docker/undefined-variable 9-18
WORKDIR $APP_HOME
ENV PATH=$PATH:$JAVA_HOME/bin
USER 1000
CMD ["python"]
