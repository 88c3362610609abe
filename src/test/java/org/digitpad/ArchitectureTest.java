package org.digitpad;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * Allowed dependencies between packages. Rules are methods, because surefire skips rules in fields
 * when tests are selected by name.
 */
@AnalyzeClasses(packages = "org.digitpad", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {
  private static final String[] DL4J = {"org.deeplearning4j..", "org.nd4j.."};

  @ArchTest
  static void dataFlowsOneWay(JavaClasses classes) {
    ArchRule rule =
        layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("i18n")
            .definedBy("org.digitpad.i18n..")
            .layer("io")
            .definedBy("org.digitpad.io..")
            .layer("ink")
            .definedBy("org.digitpad.ink..")
            .layer("data")
            .definedBy("org.digitpad.data..")
            .layer("nn")
            .definedBy("org.digitpad.nn..")
            .layer("recognize")
            .definedBy("org.digitpad.recognize..")
            .layer("explain")
            .definedBy("org.digitpad.explain..")
            .layer("evaluate")
            .definedBy("org.digitpad.evaluate..")
            .layer("train")
            .definedBy("org.digitpad.train..")
            .layer("cli")
            .definedBy("org.digitpad.cli..")
            .layer("ui")
            .definedBy("org.digitpad.ui..")
            .layer("launcher")
            .definedBy("org.digitpad")
            .whereLayer("i18n")
            .mayNotAccessAnyLayer()
            .whereLayer("io")
            .mayOnlyAccessLayers("i18n")
            .whereLayer("ink")
            .mayNotAccessAnyLayer()
            .whereLayer("data")
            .mayOnlyAccessLayers("i18n", "io", "ink")
            .whereLayer("nn")
            .mayOnlyAccessLayers("i18n", "io", "ink", "data")
            .whereLayer("recognize")
            .mayOnlyAccessLayers("i18n", "io", "ink", "data", "nn")
            .whereLayer("explain")
            .mayOnlyAccessLayers("i18n", "io", "ink", "data", "nn", "recognize")
            .whereLayer("evaluate")
            .mayOnlyAccessLayers("i18n", "io", "ink", "data", "nn", "recognize")
            .whereLayer("train")
            .mayOnlyAccessLayers("i18n", "io", "ink", "data", "nn", "recognize", "evaluate")
            .whereLayer("cli")
            .mayOnlyAccessLayers(
                "i18n", "io", "ink", "data", "nn", "recognize", "explain", "evaluate", "train")
            .whereLayer("ui")
            .mayOnlyAccessLayers(
                "i18n", "io", "ink", "data", "nn", "recognize", "explain", "evaluate", "train")
            .whereLayer("launcher")
            .mayOnlyAccessLayers("i18n", "io", "cli", "ui")
            .withOptionalLayers(true);
    rule.check(classes);
  }

  @ArchTest
  static void packagesHaveNoCycles(JavaClasses classes) {
    ArchRule rule = slices().matching("org.digitpad.(**)").should().beFreeOfCycles();
    rule.check(classes);
  }

  @ArchTest
  static void inkIsPlainJava(JavaClasses classes) {
    ArchRule rule =
        classes()
            .that()
            .resideInAPackage("org.digitpad.ink..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                "org.digitpad.ink..", "java.lang..", "java.util..", "org.jspecify..")
            .because("rendering strokes needs only the JDK");
    rule.check(classes);
  }

  @ArchTest
  static void onlyTheNetworksKnowDl4j(JavaClasses classes) {
    ArchRule rule =
        noClasses()
            .that()
            .resideOutsideOfPackage("org.digitpad.nn..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(DL4J);
    rule.check(classes);
  }

  @ArchTest
  static void inferenceDoesNotUseDl4j(JavaClasses classes) {
    ArchRule rule =
        noClasses()
            .that()
            .resideInAnyPackage(
                "org.digitpad.nn.arch..", "org.digitpad.nn.kernel..", "org.digitpad.nn.model..")
            .should()
            .dependOnClassesThat(
                resideInAnyPackage(DL4J).or(resideInAPackage("org.digitpad.nn.dl4j..")))
            .because("ND4J takes seconds to start, and the first digit must not wait for it");
    rule.check(classes);
  }

  /** ONNX's message classes are in ND4J's jars; using them does not load ND4J. */
  @ArchTest
  static void onnxExportUsesOnlyOnnxMessagesOfNd4j(JavaClasses classes) {
    ArchRule rule =
        classes()
            .that()
            .resideInAPackage("org.digitpad.nn.onnx..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                "org.digitpad.nn.onnx..",
                "org.digitpad.nn.arch..",
                "org.digitpad.nn.kernel..",
                "org.digitpad.nn.model..",
                "org.digitpad.i18n..",
                "org.digitpad.io..",
                "onnx..",
                "org.nd4j.shade.protobuf..",
                "java..",
                "org.jspecify..");
    rule.check(classes);
    ArchRule others =
        noClasses()
            .that()
            .resideOutsideOfPackage("org.digitpad.nn.onnx..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("onnx..");
    others.check(classes);
  }

  @ArchTest
  static void onlyKernelsKnowNativeMemory(JavaClasses classes) {
    ArchRule rule =
        noClasses()
            .that()
            .resideOutsideOfPackages("org.digitpad.nn.kernel..", "org.digitpad.nn.dl4j..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bytedeco..");
    rule.check(classes);
  }

  @ArchTest
  static void publicNetworkMethodsTakeAndGiveArrays(JavaClasses classes) {
    ArchRule rule =
        methods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .resideInAPackage("org.digitpad.nn..")
            .and()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackage("org.digitpad.nn.dl4j..")
            .should(haveNoTypeOf("org.nd4j."));
    rule.check(classes);
  }

  @ArchTest
  static void onlyTheWindowKnowsJavaFx(JavaClasses classes) {
    ArchRule rule =
        noClasses()
            .that()
            .resideOutsideOfPackage("org.digitpad.ui..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "atlantafx..", "org.kordamp..")
            .because(
                "the command line runs without a display, and a launcher that is a JavaFX class"
                    + " does not start from the class path");
    rule.check(classes);
  }

  @ArchTest
  static void onlyTheCommandLineKnowsPicocli(JavaClasses classes) {
    ArchRule rule =
        noClasses()
            .that()
            .resideOutsideOfPackage("org.digitpad.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");
    rule.check(classes);
  }

  @ArchTest
  static void onlyImageFilesAndTheWindowKnowAwt(JavaClasses classes) {
    ArchRule rule =
        noClasses()
            .that()
            .resideOutsideOfPackages("org.digitpad.recognize..", "org.digitpad.ui..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.awt..", "javax.imageio..", "javax.swing..");
    rule.check(classes);
  }

  @ArchTest
  static void viewModelsKnowNoNodes(JavaClasses classes) {
    ArchRule rule =
        noClasses()
            .that()
            .resideInAPackage("org.digitpad.ui..")
            .and()
            .haveSimpleNameEndingWith("ViewModel")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx.scene..", "javafx.stage..")
            .allowEmptyShould(true);
    rule.check(classes);
  }

  @ArchTest
  static void onlyTheLauncherPrints(JavaClasses classes) {
    ArchRule rule =
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.digitpad.Launcher")
            .should(ACCESS_STANDARD_STREAMS);
    rule.check(classes);
  }

  @ArchTest
  static void onlyTheLauncherEndsTheProgram(JavaClasses classes) {
    ArchRule rule =
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.digitpad.Launcher")
            .should()
            .callMethod(System.class, "exit", int.class);
    rule.check(classes);
  }

  /** Only the log itself, and one class of the window that filters what JavaFX logs, may. */
  @ArchTest
  static void nothingLogsWithJavaUtilLogging(JavaClasses classes) {
    List<JavaClass> users =
        classes.stream()
            .filter(type -> !type.getPackageName().equals("org.digitpad.io.log"))
            .filter(
                type ->
                    type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(
                            dependency ->
                                dependency
                                    .getTargetClass()
                                    .getPackageName()
                                    .startsWith("java.util.logging")))
            .toList();
    assertThat(users).hasSizeLessThanOrEqualTo(1);
    assertThat(users).allMatch(type -> type.getPackageName().startsWith("org.digitpad.ui"));
  }

  @ArchTest
  static void everyPackageIsNullMarked(JavaClasses classes) {
    List<JavaPackage> packages = classes.stream().map(JavaClass::getPackage).distinct().toList();
    assertThat(packages).hasSizeGreaterThan(8);
    assertThat(packages).allMatch(each -> each.isAnnotatedWith(NullMarked.class));
  }

  private static ArchCondition<JavaMethod> haveNoTypeOf(String packagePrefix) {
    return new ArchCondition<>("have no type of " + packagePrefix + " in their signature") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        Stream.concat(
                Stream.of(method.getReturnType()),
                method.getParameters().stream().map(parameter -> parameter.getType()))
            .map(JavaType::getAllInvolvedRawTypes)
            .flatMap(types -> types.stream())
            .filter(type -> type.getName().startsWith(packagePrefix))
            .forEach(
                type ->
                    events.add(
                        SimpleConditionEvent.violated(
                            method, method.getFullName() + " shows " + type.getName())));
      }
    };
  }
}
