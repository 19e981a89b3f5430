package postern.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import postern.kernel.Scope;

/**
 * Declares who may call an endpoint and which scope a token needs for it. An endpoint without it
 * stops the start.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Access {
  Who value();

  Scope scope() default Scope.READ;
}
