# Builds Postern from its sources and leaves them behind. The service runs under an account of its own, with its data in
# /var/lib/postern: mount a volume there. The embedded database needs linux/amd64; elsewhere set POSTERN_DATABASE_URL.
ARG JAVA=25

FROM maven:3-eclipse-temurin-${JAVA} AS build
WORKDIR /src
COPY pom.xml ./
COPY forum-api/pom.xml forum-api/
COPY forum-web/pom.xml forum-web/
COPY forum-api/src/main forum-api/src/main
COPY forum-web/src/main forum-web/src/main
RUN mvn -B -ntp -q -Dmaven.test.skip=true package

FROM eclipse-temurin:${JAVA}-jre
# What the embedded database links to.
RUN apt-get update -qq \
    && apt-get install -y -qq --no-install-recommends libcrypt1 libstdc++6 libsystemd0 \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --create-home --home-dir /var/lib/postern postern
WORKDIR /opt/postern
COPY bin bin
COPY config.yml ./
COPY --from=build /src/forum-web/target/postern.jar forum-web/target/
COPY --from=build /src/forum-web/target/lib forum-web/target/lib
USER postern
# Reachable from outside the container; what is published of it, and under which name, is the operator's choice.
ENV POSTERN_BIND=0.0.0.0 POSTERN_MAIL_BIND=0.0.0.0 POSTERN_DATA_DIR=/var/lib/postern/data
VOLUME /var/lib/postern
EXPOSE 8080 8081 2525
HEALTHCHECK --start-period=60s CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8081 && printf 'GET /healthcheck HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q '200 OK' <&3"]
ENTRYPOINT ["bin/postern"]
CMD ["server"]
