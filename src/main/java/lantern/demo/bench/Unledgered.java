package lantern.demo.bench;

import lantern.audit.Ledger;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Only in a benchmark: a request with {@link #HEADER} writes nothing into the ledger, so that what the ledger costs is measured in one run of one server. */
@Component
@ConditionalOnProperty("lantern.bench")
final class Unledgered implements BeanPostProcessor {
    static final String HEADER = "Lantern-Bench-Unledgered";

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof Ledger)) return bean;
        var proxy = new ProxyFactory(bean);
        proxy.setProxyTargetClass(true);
        proxy.addAdvice((MethodInterceptor) call -> unledgered() ? null : call.proceed());
        return proxy.getProxy(bean.getClass().getClassLoader());
    }

    private static boolean unledgered() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now
                && now.getRequest().getHeader(HEADER) != null;
    }
}
