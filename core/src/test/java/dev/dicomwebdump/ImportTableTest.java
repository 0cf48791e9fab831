package dev.dicomwebdump;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.dicomwebdump.resource.Uid;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Which package may import which, and where types of third parties may appear. */
class ImportTableTest {

  private static final String BASE = "dev.dicomwebdump.";

  /** One line for each package: its name, then what it may import. */
  private static final List<String> TABLE =
      List.of(
          "resource  exchange",
          "exchange",
          "multipart",
          "dicomjson",
          "event     resource exchange",
          "crawl     resource dicomjson",
          "transport exchange",
          "credentials exchange transport",
          "fetch     resource exchange transport credentials event",
          "proof     resource exchange multipart dicomjson",
          "archive   resource exchange multipart",
          "record    resource exchange multipart proof archive",
          "dump      resource exchange multipart dicomjson event crawl transport credentials fetch"
              + " proof archive record",
          "verify    resource exchange multipart dicomjson crawl proof archive",
          "report    resource exchange archive",
          "report.sheet resource exchange dicomjson archive report",
          "report.page resource exchange archive report report.sheet",
          "stress    resource exchange event crawl transport credentials fetch proof archive");

  private static final JavaClasses CORE =
      new ClassFileImporter()
          .importUrl(Uid.class.getProtectionDomain().getCodeSource().getLocation());

  private static final ArchCondition<JavaClass> SHOW_NO_FOREIGN_TYPES =
      new ArchCondition<>("show no types of third parties") {
        @Override
        public void check(JavaClass shown, ConditionEvents events) {
          typesShownBy(shown)
              .filter(ImportTableTest::isForeign)
              .map(type -> shown.getName() + " shows " + type.getName())
              .forEach(fault -> events.add(SimpleConditionEvent.violated(shown, fault)));
        }
      };

  @ParameterizedTest
  @FieldSource("TABLE")
  void aPackageImportsWhatTheTableAllows(String line) {
    List<String> allowed = words(line);
    String[] forbidden = trees(packages().filter(name -> !allowed.contains(name)));
    noClasses()
        .that()
        .resideInAPackage(tree(allowed.get(0)))
        .and()
        .resideOutsideOfPackages(below(allowed.get(0)))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(forbidden)
        .allowEmptyShould(true)
        .check(CORE);
  }

  @Test
  void everyPackageIsInTheTable() {
    classes().should().resideInAnyPackage(trees(packages())).check(CORE);
  }

  @ParameterizedTest
  @CsvSource({
    "okhttp3,       transport",
    "okio,          transport",
    "kotlin,        transport",
    "org.conscrypt, transport",
    "com.fasterxml, dicomjson archive credentials",
    "org.HdrHistogram, dump report stress",
  })
  void aThirdPartyIsKnownOnlyWhereItIsAllowed(String thirdParty, String allowed) {
    noClasses()
        .that()
        .resideOutsideOfPackages(trees(words(allowed).stream()))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(thirdParty + "..")
        .check(CORE);
  }

  @Test
  void publicSignaturesShowOurTypesAndThoseOfJavaOnly() {
    classes().that().arePublic().should(SHOW_NO_FOREIGN_TYPES).check(CORE);
  }

  /** The packages below one that have lines of their own. */
  private static String[] below(String name) {
    return trees(packages().filter(other -> other.startsWith(name + ".")));
  }

  private static Stream<String> packages() {
    return TABLE.stream().map(line -> words(line).get(0));
  }

  private static List<String> words(String line) {
    return List.of(line.split(" +"));
  }

  private static String tree(String name) {
    return BASE + name + "..";
  }

  private static String[] trees(Stream<String> names) {
    return names.map(ImportTableTest::tree).toArray(String[]::new);
  }

  private static Stream<JavaClass> typesShownBy(JavaClass shown) {
    Stream<JavaType> above =
        Stream.concat(shown.getSuperclass().stream(), shown.getInterfaces().stream());
    Stream<JavaType> fields =
        shown.getFields().stream().filter(ImportTableTest::isVisible).map(JavaField::getType);
    Stream<JavaType> signatures =
        shown.getCodeUnits().stream()
            .filter(ImportTableTest::isVisible)
            .flatMap(ImportTableTest::signature);
    return Stream.of(above, fields, signatures)
        .flatMap(Function.identity())
        .flatMap(type -> type.getAllInvolvedRawTypes().stream());
  }

  private static Stream<JavaType> signature(JavaCodeUnit unit) {
    return Stream.of(
            Stream.of(unit.getReturnType()),
            unit.getParameterTypes().stream(),
            unit.getExceptionTypes().stream())
        .flatMap(Function.identity());
  }

  private static boolean isVisible(JavaMember member) {
    Set<JavaModifier> modifiers = member.getModifiers();
    return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
  }

  private static boolean isForeign(JavaClass type) {
    JavaClass bare = type.getBaseComponentType();
    return !bare.isPrimitive()
        && Stream.of("java.", "javax.", BASE).noneMatch(bare.getName()::startsWith);
  }
}
