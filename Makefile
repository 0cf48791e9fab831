# Each target finds a JDK by itself; JAVA_HOME says which to use where there are several.
jdk17 = JAVA_HOME=$$(tools/find-jdk 17) && export JAVA_HOME &&
jdk25 = JAVA_HOME=$$(tools/find-jdk 25) && export JAVA_HOME &&

.DEFAULT_GOAL := help
KILLS = 300
WORKS = S S-tls S-http2 M L
RUNS = 5

.PHONY: help build test it verify check fuzz crash bench demo-capture format dist clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

build: ## the program, in cli/target/dist/dicomweb-dump, without tests
	$(jdk17) ./mvnw -B -ntp -Dmaven.test.skip=true -pl cli -am package

test: ## unit tests
	$(jdk17) ./mvnw -B -ntp test

it: ## the tests of the packaged program, without unit tests
	$(jdk17) ./mvnw -B -ntp -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false verify

verify: ## everything but the gates
	$(jdk17) ./mvnw -B -ntp verify

check: ## everything, with the gates (format, Error Prone, NullAway, warnings, Javadoc) and the docs; needs JDK 25
	$(jdk25) ./mvnw -B -ntp -Pgates verify
	$(jdk25) tools/check-docs cli/target/dist/dicomweb-dump/bin/dicomweb-dump

fuzz: ## fuzzes each target for SECONDS (120)
	$(jdk17) fuzz/run $(SECONDS)

crash: ## kills the program KILLS times (300) with each of two servers, and goes on each time
	$(jdk17) ./mvnw -B -ntp -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=CrashIT -Dfailsafe.failIfNoSpecifiedTests=false -Ddicomwebdump.kills=$(KILLS) -pl it -am verify

bench: ## measures the program against its peers on WORKS (S S-tls S-http2 M L; orthanc and more: all), RUNS times (5)
	$(jdk17) benchmarks/run run $(WORKS) --runs $(RUNS)

demo-capture: ## makes the capture anew that `demo` serves; needs orthanc and orthanc-dicomweb
	$(jdk17) ./mvnw -B -ntp -Dstartup.skip=true -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=DemoCaptureMaker -Dfailsafe.failIfNoSpecifiedTests=false -pl it -am verify

format: ## formats the Java sources; needs JDK 25
	$(jdk25) ./mvnw -B -ntp -q -Pgates spotless:apply

dist: ## the archive to hand out, from a clean build: cli/target/dicomweb-dump-VERSION.tar.gz
	$(jdk17) ./mvnw -B -ntp -Dmaven.test.skip=true -pl cli -am clean package

clean: ## removes what was built
	$(jdk17) ./mvnw -B -ntp -q clean
