FROM python:3.14-slim
ENV GREETING=hola
RUN export A=1 && python -m venv /opt/venv
RUN . /opt/venv/bin/activate && python -V
RUN echo export A=1 >> /etc/profile
USER 1000
CMD ["python"]
